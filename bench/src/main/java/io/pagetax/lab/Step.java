package io.pagetax.lab;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;

/**
 * One thing that a lab makes. It is written into the state file before it is done; so to undo it is to look whether it is
 * there, and whether it is this one, and to remove it then.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Folder.class, name = "folder"),
    @JsonSubTypes.Type(value = InnerFolder.class, name = "inner-folder"),
    @JsonSubTypes.Type(value = Image.class, name = "image"),
    @JsonSubTypes.Type(value = LoopVolume.class, name = "loop"),
    @JsonSubTypes.Type(value = ZramVolume.class, name = "zram"),
    @JsonSubTypes.Type(value = PartitionVolume.class, name = "partition"),
    @JsonSubTypes.Type(value = DeviceVolume.class, name = "device"),
    @JsonSubTypes.Type(value = Format.class, name = "format"),
    @JsonSubTypes.Type(value = Mounting.class, name = "mount"),
    @JsonSubTypes.Type(value = Throttle.class, name = "throttle"),
})
sealed interface Step permits Folder, InnerFolder, Image, Volume, Format, Mounting, Throttle {

    /** Does it. What is there already is not taken for its own: then it fails. */
    void apply(Commands commands) throws IOException;

    /**
     * Undoes it, as far as it was done; without effect if it is not there.
     *
     * @param sameBoot whether the machine has not started anew since; what lives in the kernel is else gone, and what has
     *     its name is another's
     */
    void undo(Commands commands, boolean sameBoot) throws IOException;
}
