package io.pagetax.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.pagetax.environment.SystemFixture;
import io.pagetax.latency.Clock;
import io.pagetax.result.Finding;
import io.pagetax.result.Finding.Level;
import io.pagetax.result.MachineFacts;
import io.pagetax.result.ProcessorFacts;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorChecksTest {

    @TempDir
    Path root;

    private static ProcessorFacts.Frequency frequency(
            @Nullable String driver, @Nullable String governors, @Nullable Boolean turbo) {
        return new ProcessorFacts.Frequency(driver, governors, null, null, turbo);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"performance, OK", "null, OK", "powersave, WARN", "'performance,powersave', WARN"})
    void governorHasToBePerformanceOnAllProcessors(@Nullable String governors, Level level) {
        assertThat(new GovernorCheck(frequency("x", governors, null)).look().level())
                .isEqualTo(level);
    }

    @Test
    void turboIsSwitchedOffWhereTheDriverHasItsSwitch() {
        assertThat(new TurboCheck(frequency("intel_pstate", "x", true)).look().advice())
                .isEqualTo("echo 1 | sudo tee /sys/devices/system/cpu/intel_pstate/no_turbo");
        assertThat(new TurboCheck(frequency("amd-pstate", "x", true)).look().advice())
                .isEqualTo("echo 0 | sudo tee /sys/devices/system/cpu/cpufreq/boost");
        assertThat(new TurboCheck(frequency("x", "x", false)).look().level()).isEqualTo(Level.OK);
        assertThat(new TurboCheck(frequency(null, null, null)).look().level()).isEqualTo(Level.OK);
    }

    private static Finding clock(@Nullable String source, @Nullable String sources) {
        return new ClockSourceCheck(new MachineFacts(null, null, null, null, null, null, source, sources)).look();
    }

    @Test
    void clockHasToBeTheProcessors() {
        assertThat(clock("tsc", "tsc hpet").level()).isEqualTo(Level.OK);
        assertThat(clock("arch_sys_counter", null).level()).isEqualTo(Level.OK);
        assertThat(clock("hpet", "tsc hpet").level()).isEqualTo(Level.WARN);
        assertThat(clock("hpet", "tsc hpet").advice()).startsWith("echo tsc | sudo tee");
        assertThat(clock("hpet", "hpet acpi_pm").advice()).contains("dmesg");
        assertThat(clock(null, null).level()).isEqualTo(Level.WARN);
    }

    @ParameterizedTest
    @CsvSource({"25, 20, OK", "400, 20, WARN", "25, 500, WARN", "1500, 20, BAD", "30, 4000000, BAD"})
    void clockMayNeitherCostMuchNorGoInLargeSteps(double nanosPerCall, long step, Level level) {
        assertThat(new ClockCostCheck(new Clock(nanosPerCall, step)).look().level())
                .isEqualTo(level);
    }

    @Test
    void loadOfTheLastMinuteLeavesHalfOfTheProcessors() throws Exception {
        SystemFixture fixture = new SystemFixture(root);
        assertThat(new LoadCheck(fixture.files(), 4).look().level()).isEqualTo(Level.WARN);
        fixture.with("/proc/loadavg", "1.90 5.00 5.00 1/81 1823");
        assertThat(new LoadCheck(fixture.files(), 4).look().level()).isEqualTo(Level.OK);
        assertThat(new LoadCheck(fixture.files(), 2).look().level()).isEqualTo(Level.WARN);
    }

    @Test
    void batteryIsToldFromTheMainsAndFromThatOfAMouse() throws Exception {
        SystemFixture fixture = new SystemFixture(root);
        assertThat(new BatteryCheck(fixture.files()).look().level()).isEqualTo(Level.OK);
        supply(fixture, "hidpp_battery_0", "Battery", "Discharging")
                .with("/sys/class/power_supply/hidpp_battery_0/scope", "Device");
        supply(fixture, "BAT0", "Battery", "Charging");
        assertThat(new BatteryCheck(fixture.files()).look().level()).isEqualTo(Level.OK);
        supply(fixture, "BAT0", "Battery", "Discharging");
        assertThat(new BatteryCheck(fixture.files()).look().level()).isEqualTo(Level.WARN);
    }

    private static SystemFixture supply(SystemFixture fixture, String name, String type, String status)
            throws Exception {
        String folder = "/sys/class/power_supply/" + name;
        return fixture.with(folder + "/type", type).with(folder + "/status", status);
    }
}
