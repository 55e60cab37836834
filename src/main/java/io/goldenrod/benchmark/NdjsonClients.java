package io.goldenrod.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several clients at once, each with one stream of records that is made before the clock starts. */
final class NdjsonClients {

    static final int CLIENTS = 4;

    private final int port;

    NdjsonClients(int port) {
        this.port = port;
    }

    /**
     * Sends the records of these numbers, and waits until each is answered.
     *
     * @return seconds from the first byte sent to the last answer
     */
    double send(long from, long to) throws Exception {
        List<byte[]> bodies = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            var body = new ByteArrayOutputStream();
            for (long number = from + client; number < to; number += CLIENTS) {
                body.writeBytes(SyntheticPeople.line(number));
            }
            bodies.add(body.toByteArray());
        }
        return send(bodies, to - from);
    }

    /**
     * Sends lines, dealt out to the clients, and waits until each is answered.
     *
     * @return as above
     */
    double send(List<byte[]> lines) throws Exception {
        List<ByteArrayOutputStream> bodies = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            bodies.add(new ByteArrayOutputStream());
        }
        for (int i = 0; i < lines.size(); i++) {
            bodies.get(i % CLIENTS).writeBytes(lines.get(i));
            bodies.get(i % CLIENTS).write('\n');
        }
        return send(bodies.stream().map(ByteArrayOutputStream::toByteArray).toList(), lines.size());
    }

    private double send(List<byte[]> bodies, long expected) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            long start = System.nanoTime();
            List<Future<Long>> answered = new ArrayList<>();
            bodies.forEach(body -> answered.add(threads.submit(stream(body, threads))));
            long lines = 0;
            for (Future<Long> each : answered) {
                lines += each.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (lines != expected) {
                throw new IllegalStateException(expected + " records were sent, " + lines + " answered as accepted");
            }
            return seconds;
        } finally {
            threads.shutdownNow();
        }
    }

    private Callable<Long> stream(byte[] body, ExecutorService threads) {
        return () -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                Future<Long> answers = threads.submit(() -> accepted(socket.getInputStream()));
                OutputStream out = socket.getOutputStream();
                String head = "POST /v1/records HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                        + "Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n";
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.write(body);
                out.flush();
                return answers.get();
            }
        };
    }

    /** How many lines of a chunked answer say that a record was accepted. */
    private static long accepted(InputStream stream) throws IOException {
        InputStream in = new BufferedInputStream(stream, 1 << 16);
        String status = headLine(in);
        while (!headLine(in).isEmpty()) {
            // the other headers do not matter
        }
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status);
        }
        var text = new ByteArrayOutputStream();
        long accepted = 0;
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            text.writeBytes(in.readNBytes(size));
            headLine(in);
            String lines = text.toString(StandardCharsets.ISO_8859_1);
            int end = lines.lastIndexOf('\n') + 1;
            accepted += lines.substring(0, end)
                    .lines()
                    .filter(line -> !line.contains("\"REFUSED\"") && !line.contains("\"UNAVAILABLE\""))
                    .count();
            text.reset();
            text.writeBytes(lines.substring(end).getBytes(StandardCharsets.ISO_8859_1));
        }
        return accepted;
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(headLine(in), 16);
    }

    private static String headLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the answer ends early");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
