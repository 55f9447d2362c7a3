package dev.sightline.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * Tells whether a file is another than before. It follows links, since a mounted Secret changes by pointing elsewhere.
 */
record FileStamp(Path real, FileTime modified, long size) {

    static final FileStamp NONE = new FileStamp(null, null, -1);

    /** The file's stamp now; {@link #NONE} if it is not there. */
    static FileStamp of(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new FileStamp(path.toRealPath(), attributes.lastModifiedTime(), attributes.size());
        } catch (IOException e) {
            return NONE;
        }
    }
}
