package io.pagetax.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariantsTest {

    private static final Map<String, String> NONE = Map.of();

    private static Variant parse(String word) {
        List<Variant> variants = Variants.parse(List.of(word), NONE, NONE);
        assertThat(variants).hasSize(1);
        return variants.get(0);
    }

    static Stream<String> acceptedWords() {
        return Stream.of(Variants.accepted().split(", ", -1)).filter(word -> !word.equals("overlay-VARIANT"));
    }

    @ParameterizedTest
    @MethodSource("acceptedWords")
    void takeEachWordThatTheySayTheyAccept(String word) {
        assertThat(parse(word).name()).isEqualTo(word);
    }

    @Test
    void haveAWordForEachTypeOfFileSystem() {
        assertThat(acceptedWords())
                .containsAll(Stream.of(FileSystemType.values())
                        .map(FileSystemType::word)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "ext4, EXT4, none, none",
                "xfs, XFS, none, none",
                "btrfs, BTRFS, none, none",
                "raw, RAW, none, none",
                "tmpfs, TMPFS, none, none",
                "ext4-journal, EXT4, none, data=journal",
                "ext4-nojournal, EXT4, -O ^has_journal, none",
                "xfs-noreflink, XFS, -m reflink=0, none",
                "btrfs-nodatacow, BTRFS, none, nodatacow",
                "btrfs-zstd, BTRFS, none, compress=zstd"
            })
    void differFromTheirTypeInOneThing(String word, FileSystemType type, String mkfs, String mount) {
        assertThat(parse(word)).isEqualTo(new Variant(word, type, false, words(mkfs), words(mount)));
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : List.of(text.split(" ", -1));
    }

    @Test
    void keepTheOrderOfTheUser() {
        assertThat(LabPlans.variants("xfs", "raw", "ext4"))
                .extracting(Variant::name)
                .containsExactly("xfs", "raw", "ext4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine", "a", "Ext4.new", "c++", "_x", "0-1", "a234567890123456789012345678901"})
    void mayBeNamedByTheUser(String name) {
        assertThat(parse(name + "=ext4-journal"))
                .isEqualTo(new Variant(name, FileSystemType.EXT4, false, List.of(), List.of("data=journal")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", ".a", "-a", "a/b", "a b", "a:b", "a,b", "é", "a2345678901234567890123456789012"})
    void refuseNamesThatAreUnfitForFilesAndRows(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(name + "=ext4"))
                .withMessageStartingWith("--fs " + name + "=ext4: not [NAME=]VARIANT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "ext4-journal", "xfs", "btrfs-zstd", "tmpfs"})
    void putAnOverlayOnWhatIsMounted(String base) {
        Variant below = parse(base);
        assertThat(parse("overlay-" + base))
                .isEqualTo(
                        new Variant("overlay-" + base, below.type(), true, below.mkfsOptions(), below.mountOptions()));
    }

    @Test
    void nameAnOverlayAsTheUserDoes() {
        assertThat(parse("mine=overlay-xfs"))
                .isEqualTo(new Variant("mine", FileSystemType.XFS, true, List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ext3",
                "EXT4",
                "ext4 ",
                "ext4=",
                "mine=ext3",
                "a=b=ext4",
                "overlay",
                "overlay-",
                "overlay-raw",
                "overlay-overlay-ext4",
                "overlay-VARIANT"
            })
    void refuseOtherWordsAndSayWhatTheyAccept(String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(word))
                .withMessage("--fs " + word + ": not [NAME=]VARIANT with one of " + Variants.accepted());
    }

    @ParameterizedTest
    @CsvSource({
        "ext4, ext4, ext4, NAME=ext4",
        "mine=ext4, mine=overlay-xfs, mine, NAME=overlay-xfs",
        "xfs, xfs=ext4, xfs, NAME=ext4"
    })
    void refuseTwoOfOneNameAndSayHowToNameThem(String first, String second, String name, String advice) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabPlans.variants(first, second))
                .withMessageContainingAll("--fs " + second, "'" + name + "'", advice);
    }

    @Test
    void maySeveralTimesBeOfOneWordWithNamesOfTheirOwn() {
        assertThat(LabPlans.variants("ext4", "two=ext4", "three=ext4"))
                .extracting(Variant::name)
                .containsExactly("ext4", "two", "three");
    }

    @Test
    void takeTheUsersOptionsAfterTheirOwn() {
        assertThat(Variants.parse(
                        List.of("mine=ext4-nojournal", "ext4-journal", "xfs"),
                        Map.of("mine", " -b  1024\t-I 256 "),
                        Map.of("ext4-journal", "noatime,commit=60", "mine", "noatime")))
                .containsExactly(
                        new Variant(
                                "mine",
                                FileSystemType.EXT4,
                                false,
                                List.of("-O", "^has_journal", "-b", "1024", "-I", "256"),
                                List.of("noatime")),
                        new Variant(
                                "ext4-journal",
                                FileSystemType.EXT4,
                                false,
                                List.of(),
                                List.of("data=journal", "noatime", "commit=60")),
                        parse("xfs"));
    }

    @Test
    void takeBlankOptionsForNone() {
        assertThat(Variants.parse(List.of("ext4"), Map.of("ext4", " "), Map.of("ext4", "")))
                .containsExactly(parse("ext4"));
    }

    @Test
    void refuseOptionsForANameThatThereIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variants.parse(List.of("mine=ext4"), Map.of("ext4", "-b 1024"), NONE))
                .withMessageContainingAll("--mkfs-opts ext4", "[mine]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variants.parse(List.of("mine=ext4"), NONE, Map.of("ext4", "noatime")))
                .withMessageContainingAll("--mount-opts ext4", "[mine]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "tmpfs", "overlay-tmpfs"})
    void refuseOptionsForTheMakingOfWhatIsNotMade(String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variants.parse(List.of(word), Map.of(word, "-b 1024"), NONE))
                .withMessageStartingWith("--mkfs-opts " + word);
    }

    @Test
    void refuseOptionsForTheMountOfARawDeviceAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variants.parse(List.of("raw"), NONE, Map.of("raw", "noatime")))
                .withMessageStartingWith("--mount-opts raw");
        assertThat(Variants.parse(List.of("tmpfs"), NONE, Map.of("tmpfs", "huge=always"))
                        .get(0)
                        .mountOptions())
                .containsExactly("huge=always");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ext4 | ext4",
                "ext4-nojournal | ext4 (mkfs -O ^has_journal)",
                "btrfs-zstd | btrfs (mount -o compress=zstd)",
                "overlay-xfs-noreflink | overlay on xfs (mkfs -m reflink=0)"
            })
    void describeWhatTheyAre(String word, String described) {
        assertThat(parse(word).describe()).isEqualTo(described);
    }

    @Test
    void describeOptionsOfBothKinds() {
        assertThat(Variants.parse(List.of("ext4-nojournal"), NONE, Map.of("ext4-nojournal", "noatime,nobarrier"))
                        .get(0)
                        .describe())
                .isEqualTo("ext4 (mkfs -O ^has_journal; mount -o noatime,nobarrier)");
    }
}
