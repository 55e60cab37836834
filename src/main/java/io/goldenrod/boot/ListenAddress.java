package io.goldenrod.boot;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.springframework.core.env.Environment;

/**
 * Where the service listens.
 *
 * @param host a name or an address of this machine; empty for all its addresses
 * @param port 0 for any free one
 */
record ListenAddress(String host, int port) {

    static final String LOOPBACK = "127.0.0.1";
    private static final String PORT = "server.port";

    static ListenAddress of(Environment environment) {
        String port = environment.getProperty(PORT, "8080");
        String host = environment.getProperty("server.address", LOOPBACK);
        try {
            int number = Integer.parseInt(port.strip());
            if (number >= 0 && number <= 65_535) {
                return new ListenAddress(host.strip(), number);
            }
        } catch (NumberFormatException e) {
            // Falls through to the same words.
        }
        throw new SettingException("server.port is 0 (any free port) to 65535, not " + port);
    }

    /** Asked before the database starts, so that a second start by mistake fails at once and touches nothing. */
    void requireFree() {
        if (port == 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket()) {
            // As the web server does it; without, a port of connections that are just closing would look taken.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address(), port));
        } catch (BindException e) {
            throw new PortTakenException(refused(e), e);
        } catch (IOException e) {
            throw new SettingException("server.address is not an address of this machine: " + host);
        }
    }

    boolean isLoopback() {
        try {
            return !host.isEmpty() && address().isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * For people on this machine.
     *
     * @param bound the port that it got
     */
    String url(int bound) {
        return "http://" + (isLoopback() || host.isEmpty() ? "localhost" : host) + ":" + bound;
    }

    private InetAddress address() throws UnknownHostException {
        return host.isEmpty() ? new InetSocketAddress(0).getAddress() : InetAddress.getByName(host);
    }

    private String refused(BindException failure) {
        String reason = String.valueOf(failure.getMessage());
        if (reason.contains("in use")) {
            return taken(port);
        }
        return "cannot listen on " + (host.isEmpty() ? "port " : host + ":") + port + " (" + reason
                + "); start with another --server.port=… or --server.address=…";
    }

    static String taken(int port) {
        return "port " + port + " is taken; stop the other program or start with --server.port=…";
    }

    /** The system does not let us listen there. */
    static final class PortTakenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PortTakenException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
