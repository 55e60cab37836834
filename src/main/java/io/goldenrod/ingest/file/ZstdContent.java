package io.goldenrod.ingest.file;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** What is compressed by zstd, unpacked; broken data are told as those of gzip are. */
final class ZstdContent extends FilterInputStream {

    ZstdContent(InputStream packed) throws IOException {
        super(new ZstdInputStream(packed));
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (ZstdIOException e) {
            throw told(e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (ZstdIOException e) {
            throw told(e);
        }
    }

    private static IOException told(ZstdIOException e) {
        boolean truncated = String.valueOf(e.getMessage()).contains("Truncated")
                || String.valueOf(e.getMessage()).contains("Unexpected end");
        IOException told = truncated ? new EOFException(e.getMessage()) : new ZipException(e.getMessage());
        told.initCause(e);
        return told;
    }
}
