package dev.sightline.testing;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** How SDKs pack a body. */
public enum Packing {
    GZIP {
        @Override
        public byte[] pack(byte[] body) {
            return through(body, GZIPOutputStream::new);
        }
    },
    DEFLATE {
        @Override
        public byte[] pack(byte[] body) {
            return through(body, DeflaterOutputStream::new);
        }
    },
    ZSTD {
        @Override
        public byte[] pack(byte[] body) {
            return through(body, ZstdOutputStream::new);
        }
    },
    BASE64 {
        @Override
        public byte[] pack(byte[] body) {
            return Base64.getEncoder().encode(body);
        }
    },
    FORM {
        @Override
        public byte[] pack(byte[] body) {
            return ("data=" + URLEncoder.encode(new String(body, StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.US_ASCII);
        }
    };

    private interface Opening {
        OutputStream open(OutputStream out) throws IOException;
    }

    public abstract byte[] pack(byte[] body);

    private static byte[] through(byte[] body, Opening opening) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = opening.open(out)) {
            packed.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Packing named(String step) {
        return switch (step) {
            case "gunzip(magic)", "gunzip(content-encoding)" -> GZIP;
            case "base64" -> BASE64;
            case "form data=" -> FORM;
            default -> throw new IllegalArgumentException(step);
        };
    }
}
