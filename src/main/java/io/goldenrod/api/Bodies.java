package io.goldenrod.api;

import io.goldenrod.resolution.ServiceBusy;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.http.MediaType;

/** Reads the bodies of requests, with a limit for each and one for all of them together. */
final class Bodies {

    private static final int FIRST_BYTES = 8 * 1024;

    private final ApiSettings settings;
    private final Semaphore bytesLeft;

    Bodies(ApiSettings settings) {
        this.settings = settings;
        this.bytesLeft = new Semaphore(settings.requestsBytesMax());
    }

    /** A body in memory, which counts until it is closed. */
    final class Body implements AutoCloseable {
        private byte[] bytes = new byte[0];
        private int length;
        private int counted;

        byte[] bytes() {
            return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
        }

        /** The first character that is not white space, or 0. */
        char firstCharacter() {
            for (int i = 0; i < length; i++) {
                if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n') {
                    return (char) (bytes[i] & 0xFF);
                }
            }
            return 0;
        }

        private void grow(int size) {
            if (!bytesLeft.tryAcquire(size - counted)) {
                throw new ServiceBusy(
                        "too many large requests at once (setting " + ApiSettings.SETTINGS + "requests-bytes-max)");
            }
            counted = size;
            bytes = Arrays.copyOf(bytes, size);
        }

        private void fill(InputStream in, int sizeFirst) throws IOException {
            grow(Math.min(sizeFirst, settings.requestBytesMax() + 1));
            while (true) {
                int read = in.read(bytes, length, bytes.length - length);
                if (read < 0) {
                    return;
                }
                length += read;
                if (length > settings.requestBytesMax()) {
                    throw tooLarge();
                }
                if (length == bytes.length) {
                    grow((int) Math.min(2L * length, settings.requestBytesMax() + 1L));
                }
            }
        }

        @Override
        public void close() {
            bytesLeft.release(counted);
            counted = 0;
        }
    }

    /** Reads a whole body. */
    Body read(HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > settings.requestBytesMax()) {
            throw tooLarge();
        }
        var body = new Body();
        try (InputStream in = stream(request)) {
            body.fill(in, announced > 0 ? (int) announced + 1 : FIRST_BYTES);
            return body;
        } catch (ZipException | EOFException e) {
            body.close();
            throw brokenGzip();
        } catch (IOException | RuntimeException e) {
            body.close();
            throw e;
        }
    }

    private ProblemException tooLarge() {
        return ProblemException.tooLarge(
                "body_too_large",
                "a JSON request has at most " + settings.requestBytesMax() + " bytes (setting " + ApiSettings.SETTINGS
                        + "request-bytes-max); send more as application/x-ndjson");
    }

    private static ProblemException brokenGzip() {
        return ProblemException.badRequest("invalid_gzip", "", "the body is not gzip, or not whole");
    }

    /** The body as a stream, decompressed. */
    static InputStream stream(HttpServletRequest request) throws IOException {
        requireUtf8(request.getContentType());
        String encoding = request.getHeader("Content-Encoding");
        String named = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (named) {
            case "identity", "" -> request.getInputStream();
            case "gzip", "x-gzip" -> {
                try {
                    yield new GZIPInputStream(request.getInputStream(), 32 * 1024);
                } catch (ZipException | EOFException e) {
                    throw brokenGzip();
                }
            }
            default -> throw ProblemException.unsupported("a body may be compressed with gzip, or not at all");
        };
    }

    private static void requireUtf8(String contentType) {
        if (contentType == null || contentType.indexOf(';') < 0) {
            return;
        }
        String charset = MediaType.parseMediaType(contentType).getParameter("charset");
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw ProblemException.unsupported("JSON is sent in UTF-8");
        }
    }
}
