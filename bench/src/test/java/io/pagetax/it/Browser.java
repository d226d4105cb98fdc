package io.pagetax.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium that shows pages from files, and tells what it asked for and complained of. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern REQUEST =
            Pattern.compile("\"method\":\"Network.requestWillBeSent\".*?\"url\":\"([^\"]*)\"");

    private final ChromeDriver driver;
    private final Path downloads;

    private Browser(ChromeDriver driver, Path downloads) {
        this.driver = driver;
        this.downloads = downloads;
    }

    /** Skips the test if there is none. */
    static Browser start(Path folder) throws IOException {
        Path chromium = Requirements.program("chromium");
        Path chromedriver = Requirements.program("chromedriver");
        Path downloads = Files.createDirectories(folder.resolve("downloads"));
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("chromium"));
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "download.default_directory",
                        downloads.toString(),
                        "download.prompt_for_download",
                        false,
                        "profile.default_content_setting_values.automatic_downloads",
                        1));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .build();
        return new Browser(new ChromeDriver(service, options), downloads);
    }

    /** As on a screen of that size, in the dark or not. */
    void look(int width, int height, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Opens a page; returns how long that took until it was ready. */
    Duration open(Path page, String fragment) {
        // A change of the fragment alone would not load it anew.
        driver.get("about:blank");
        drainLogs();
        driver.get(page.toUri() + fragment);
        await("return document.documentElement.dataset.ready === 'true'");
        Number millis = (Number)
                script("const n = performance.getEntriesByType('navigation')[0]; return n.loadEventEnd - n.startTime");
        return Duration.ofMillis(Math.round(millis.doubleValue()));
    }

    Object script(String script, Object... arguments) {
        Object result = driver.executeScript(script, arguments);
        return result == null ? "" : result;
    }

    void await(String condition, Object... arguments) {
        new WebDriverWait(driver, PATIENCE)
                .until(any -> Boolean.TRUE.equals(driver.executeScript(condition, arguments)));
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> findAll(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    org.openqa.selenium.interactions.Actions hand() {
        return new org.openqa.selenium.interactions.Actions(driver);
    }

    /** Goes where a link would lead. */
    void follow(String fragment) {
        script("location.hash = arguments[0]", fragment);
    }

    /** Waits for a file that the page offers. */
    Path download(String name) {
        Path file = downloads.resolve(name);
        new WebDriverWait(driver, PATIENCE).until(any -> Files.exists(file));
        return file;
    }

    private void drainLogs() {
        driver.manage().logs().get(LogType.BROWSER);
        driver.manage().logs().get(LogType.PERFORMANCE);
    }

    /** What the page, or the browser about it, complained of since it was opened. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What was asked for since the page was opened that is not in it. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> REQUEST.matcher(entry.getMessage()))
                .filter(Matcher::find)
                .map(request -> request.group(1))
                .filter(url -> !url.startsWith("data:") && !url.startsWith("blob:") && !url.equals("about:blank"))
                .toList();
    }

    /**
     * What on the page not everybody can see or use, one line each.
     *
     * @see <a href="https://github.com/dequelabs/axe-core/blob/master/doc/rule-descriptions.md">the rules of axe</a>
     */
    List<String> obstacles() throws IOException {
        try (InputStream axe = Optional.ofNullable(Browser.class.getResourceAsStream("/axe.min.js"))
                .orElseThrow()) {
            script(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then((results) => done(
                    results.violations.flatMap((rule) => rule.nodes.map((node) =>
                        `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`))));
                """);
        return found instanceof List<?> lines
                ? lines.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The whole page, for people to look at. */
    void screenshot(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("screenshots", "target/screenshots")));
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        String data = Optional.ofNullable(shot.get("data")).orElseThrow().toString();
        Files.write(folder.resolve(name + ".png"), Base64.getDecoder().decode(data));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
