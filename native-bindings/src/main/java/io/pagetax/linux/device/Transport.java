package io.pagetax.linux.device;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a disk is attached, told by the devices that its folder in sysfs lies in. The first that matches holds. */
enum Transport {
    USB("usb", "/usb\\d+/"),
    ATA("ata", "/ata\\d+/"),
    NVME("nvme", "/nvme"),
    MMC("mmc", "/mmc_host/"),
    ISCSI("iscsi", "/session\\d+/"),
    FIBRE_CHANNEL("fc", "/rport-"),
    SAS("sas", "/end_device-"),
    // After the others: what is attached through a virtual controller is what that controller says.
    VIRTIO("virtio", "/virtio\\d+/"),
    XEN("xen", "/vbd-"),
    NVDIMM("nvdimm", "/ndbus\\d+/"),
    SCSI("scsi", "/target\\d+:");

    private static final Path VIRTUAL = Path.of("virtual", "block");

    private final String word;
    private final Pattern path;

    Transport(String word, String path) {
        this.word = word;
        this.path = Pattern.compile(path);
    }

    /** The word that lsblk(8) has for it, or a virtual device's driver, such as {@code loop} or {@code md}. */
    static @Nullable String of(Path disk) {
        String name = disk.getFileName().toString();
        Path parent = disk.getParent();
        if (parent != null && parent.endsWith(VIRTUAL)) {
            return name.replaceFirst("-?\\d.*$", "");
        }
        return Arrays.stream(values())
                .filter(transport -> transport.path.matcher(disk.toString()).find())
                .map(transport -> transport.word)
                .findFirst()
                .orElse(null);
    }
}
