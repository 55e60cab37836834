package io.goldenrod.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;

/** Keep-alive connections, served by one thread so that the clients take little of the machine from the service. */
final class RequestClients implements AutoCloseable {

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final long PAUSE_NANOS = 50_000;

    private final LongFunction<byte[]> requests;
    private final Selector selector = Selector.open();
    private final List<Connection> connections = new ArrayList<>();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private Histogram latencies;
    private long next;
    private long end;

    /** @param requests the n-th request as it goes over the wire; its answer names its length */
    RequestClients(int port, int clients, LongFunction<byte[]> requests) throws IOException {
        this.requests = requests;
        for (int i = 0; i < clients; i++) {
            var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
            channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
            Connection connection = new Connection(channel);
            channel.register(selector, SelectionKey.OP_READ, connection);
            connections.add(connection);
        }
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] post(String path, byte[] json) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + json.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + json.length);
        System.arraycopy(json, 0, request, head.length, json.length);
        return request;
    }

    /**
     * Each client asks again as soon as it has its answer.
     *
     * @return answers a second
     */
    double closedLoop(double seconds, Histogram into) throws IOException {
        latencies = into;
        long start = System.nanoTime();
        end = start + (long) (seconds * 1e9);
        long before = next;
        for (Connection connection : connections) {
            connection.ask(System.nanoTime());
        }
        while (idle.size() < connections.size()) {
            selector.select(1_000);
            answered(true);
        }
        idle.clear();
        return (next - before) / ((System.nanoTime() - start) / 1e9);
    }

    /**
     * Requests come on a schedule, whatever the service does; the time that one waits for a connection counts.
     *
     * @return seconds from the first request to the last answer
     */
    double openLoop(double seconds, double rate, Histogram into) throws IOException {
        latencies = into;
        idle.addAll(connections);
        long start = System.nanoTime();
        end = start + (long) (seconds * 1e9);
        long step = (long) (1e9 / rate);
        long due = start;
        while (due < end || idle.size() < connections.size()) {
            long now = System.nanoTime();
            while (due < end && due <= now && !idle.isEmpty()) {
                idle.remove().ask(due);
                due += step;
            }
            if (selector.selectNow() == 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            answered(false);
        }
        idle.clear();
        return (System.nanoTime() - start) / 1e9;
    }

    private void answered(boolean again) throws IOException {
        for (SelectionKey key : selector.selectedKeys()) {
            Connection connection = (Connection) key.attachment();
            if (connection.isAnswered()) {
                long now = System.nanoTime();
                latencies.recordValue(Math.max(1, (now - connection.asked) / 1_000));
                if (again && now < end) {
                    connection.ask(now);
                } else {
                    idle.add(connection);
                }
            }
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.channel.close();
        }
        selector.close();
    }

    private final class Connection {
        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocate(64 << 10);
        private long asked;

        private Connection(SocketChannel channel) {
            this.channel = channel;
        }

        private void ask(long time) throws IOException {
            asked = time;
            in.clear();
            ByteBuffer out = ByteBuffer.wrap(requests.apply(next++));
            while (out.hasRemaining()) {
                channel.write(out);
            }
        }

        private boolean isAnswered() throws IOException {
            if (channel.read(in) < 0) {
                throw new IOException("the service closed the connection");
            }
            int body = bodyStart();
            if (body < 0 || in.position() < body + length(body)) {
                return false;
            }
            if (in.get(9) != '2') {
                throw new IOException(new String(in.array(), 0, in.position(), StandardCharsets.US_ASCII));
            }
            return true;
        }

        private int bodyStart() {
            for (int i = 3; i < in.position(); i++) {
                if (in.get(i) == '\n' && in.get(i - 2) == '\n') {
                    return i + 1;
                }
            }
            return -1;
        }

        private int length(int body) {
            for (int i = 0; i < body - LENGTH.length; i++) {
                if (in.get(i) == '\n' && isLengthAt(i + 1)) {
                    int length = 0;
                    for (int j = i + 1 + LENGTH.length; in.get(j) != '\r'; j++) {
                        length = in.get(j) == ' ' ? length : length * 10 + in.get(j) - '0';
                    }
                    return length;
                }
            }
            throw new IllegalStateException("the answer has no length");
        }

        private boolean isLengthAt(int from) {
            for (int i = 0; i < LENGTH.length; i++) {
                if ((in.get(from + i) | 0x20) != (LENGTH[i] | 0x20)) {
                    return false;
                }
            }
            return true;
        }
    }
}
