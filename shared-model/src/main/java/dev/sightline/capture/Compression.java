package dev.sightline.capture;

import java.util.Locale;

/** What a request says its payload is packed with. The magic bytes of gzip are believed first. */
enum Compression {
    NONE,
    GZIP,
    DEFLATE,
    ZSTD,
    BASE64,
    LZ64,
    OTHER;

    static Compression of(String name) {
        if (name == null) {
            return NONE;
        }
        return switch (name.trim().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> NONE;
            case "gzip", "gzip-js", "x-gzip" -> GZIP;
            case "deflate" -> DEFLATE;
            case "zstd" -> ZSTD;
            case "base64" -> BASE64;
            case "lz64", "lz-string" -> LZ64;
            default -> OTHER;
        };
    }

    boolean packs() {
        return this == GZIP || this == DEFLATE || this == ZSTD;
    }
}
