package io.goldenrod.ingest.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/** Compresses and unpacks pages: zstd, snappy, gzip or none. Safe for use by several threads. */
public final class PageCodecs implements CompressionCodecFactory {

    static final Set<CompressionCodecName> KNOWN = Set.of(
            CompressionCodecName.UNCOMPRESSED,
            CompressionCodecName.ZSTD,
            CompressionCodecName.SNAPPY,
            CompressionCodecName.GZIP);

    private static final int ZSTD_LEVEL = 3;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return new Compressor(known(codec));
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return new Decompressor(known(codec));
    }

    private static CompressionCodecName known(CompressionCodecName codec) {
        if (!KNOWN.contains(codec)) {
            throw new IllegalArgumentException("pages compressed by " + codec + " are not read or written");
        }
        return codec;
    }

    @Override
    public void release() {
        // Nothing is kept between two pages.
    }

    private record Compressor(CompressionCodecName codec) implements BytesInputCompressor {
        @Override
        public BytesInput compress(BytesInput page) throws IOException {
            byte[] bytes = page.toByteArray();
            return BytesInput.from(
                    switch (codec) {
                        case ZSTD -> Zstd.compress(bytes, ZSTD_LEVEL);
                        case SNAPPY -> Snappy.compress(bytes);
                        case GZIP -> gzip(bytes);
                        default -> bytes;
                    });
        }

        private static byte[] gzip(byte[] bytes) throws IOException {
            var packed = new ByteArrayOutputStream(bytes.length / 2 + 64);
            try (var out = new GZIPOutputStream(packed)) {
                out.write(bytes);
            }
            return packed.toByteArray();
        }

        @Override
        public CompressionCodecName getCodecName() {
            return codec;
        }

        @Override
        public void release() {
            // Nothing is kept between two pages.
        }
    }

    private record Decompressor(CompressionCodecName codec) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput page, int unpackedSize) throws IOException {
            return BytesInput.from(unpack(page.toByteArray(), unpackedSize));
        }

        @Override
        public void decompress(ByteBuffer input, int packedSize, ByteBuffer output, int unpackedSize)
                throws IOException {
            byte[] packed = new byte[packedSize];
            input.get(packed);
            output.put(unpack(packed, unpackedSize));
            output.position(0);
        }

        /** Never more than the size that the page states, whatever the packed bytes would unpack to. */
        private byte[] unpack(byte[] packed, int size) throws IOException {
            byte[] unpacked = new byte[size];
            int length = switch (codec) {
                case ZSTD -> zstd(packed, unpacked);
                case SNAPPY -> snappy(packed, unpacked);
                case GZIP -> gunzip(packed, unpacked);
                default -> plain(packed, unpacked);
            };
            if (length != size) {
                throw new IOException("a page unpacks to another size than it states");
            }
            return unpacked;
        }

        private static int zstd(byte[] packed, byte[] unpacked) throws IOException {
            long length = Zstd.decompressByteArray(unpacked, 0, unpacked.length, packed, 0, packed.length);
            if (Zstd.isError(length)) {
                throw new IOException("a page does not unpack: " + Zstd.getErrorName(length));
            }
            return (int) length;
        }

        private static int snappy(byte[] packed, byte[] unpacked) throws IOException {
            return Snappy.uncompressedLength(packed) == unpacked.length
                    ? Snappy.uncompress(packed, 0, packed.length, unpacked, 0)
                    : -1;
        }

        private static int gunzip(byte[] packed, byte[] unpacked) throws IOException {
            try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                int length = in.readNBytes(unpacked, 0, unpacked.length);
                return in.read() < 0 ? length : -1;
            }
        }

        private static int plain(byte[] packed, byte[] unpacked) {
            if (packed.length != unpacked.length) {
                return -1;
            }
            System.arraycopy(packed, 0, unpacked, 0, packed.length);
            return packed.length;
        }

        @Override
        public void release() {
            // Nothing is kept between two pages.
        }
    }
}
