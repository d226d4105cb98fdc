package io.pagetax.linux.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that looks as /sys does on a machine with other devices. */
record SysfsFixture(Path root) {

    Sysfs sysfs() {
        return new Sysfs(root);
    }

    /** Such as {@code virtual/block/md0} with the number {@code 9:0}; one that lies in another's folder is its partition. */
    SysfsFixture device(String path, String number) throws IOException {
        Path folder = Files.createDirectories(root.resolve("devices").resolve(path));
        Files.writeString(folder.resolve("dev"), number + "\n");
        link(root.resolve("class/block").resolve(folder.getFileName()), folder);
        if (Files.notExists(folder.resolveSibling("dev"))) {
            link(root.resolve("block").resolve(folder.getFileName()), folder);
        }
        link(root.resolve("dev/block").resolve(number), folder);
        return this;
    }

    /** With the line feed that the kernel puts at the end. */
    SysfsFixture attribute(String device, String name, String value) throws IOException {
        Path file = folder(device).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, value + "\n");
        return this;
    }

    SysfsFixture slaves(String device, String... names) throws IOException {
        for (String name : names) {
            link(folder(device).resolve("slaves").resolve(name), folder(name));
            link(folder(name).resolve("holders").resolve(device), folder(device));
        }
        return this;
    }

    SysfsFixture btrfs(String uuid, String... names) throws IOException {
        for (String name : names) {
            link(root.resolve("fs/btrfs").resolve(uuid).resolve("devices").resolve(name), folder(name));
        }
        return this;
    }

    Path folder(String device) throws IOException {
        Path link = root.resolve("class/block").resolve(device);
        return Files.exists(link) ? link.toRealPath() : link;
    }

    static void link(Path link, Path target) throws IOException {
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, target);
    }
}
