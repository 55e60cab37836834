package io.goldenrod.boot;

import io.goldenrod.cli.ExitCode;
import java.util.Arrays;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running service: the database, Spring's beans, the web server, in this order; stopped in the reverse one.
 *
 * <p>Several can run in one process, which tests of several instances use.
 */
public final class Serve implements AutoCloseable {

    private static volatile boolean serving;

    private final DatabaseStart database = DatabaseStart.ofService();
    private ConfigurableApplicationContext context;

    private Serve() {}

    /**
     * Serves until the process is stopped. A failure is told in one line on standard error.
     *
     * @param arguments settings as {@code --name=value}
     * @return {@code OK} once it serves
     */
    public static ExitCode run(String[] arguments) {
        Serve serve = new Serve();
        Thread stop = new Thread(serve::close, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            serve.open(arguments);
            serving = true;
            WarmUp.start(serve.address());
            return ExitCode.OK;
        } catch (RuntimeException | LinkageError e) {
            serve.close();
            StartFailure failure = StartFailure.of(e);
            System.err.println("goldenrod: " + failure.line());
            if (Arrays.asList(arguments).contains("--debug")) {
                e.printStackTrace();
            }
            return failure.code();
        }
    }

    /** Whether {@link #run} started a service, which goes on until the process is stopped. */
    static boolean isServing() {
        return serving;
    }

    /**
     * Starts a service that the caller closes.
     *
     * @throws RuntimeException when it does not start; nothing is left running then
     */
    public static Serve start(String... arguments) {
        Serve serve = new Serve();
        try {
            serve.open(arguments);
            return serve;
        } catch (RuntimeException e) {
            serve.close();
            throw e;
        }
    }

    /** The port that it listens on. */
    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    private String address() {
        return ListenAddress.of(context.getEnvironment()).url(port());
    }

    /** A part of it, by type. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Lets requests end for a second, and stops the database last. */
    @Override
    public void close() {
        ConfigurableApplicationContext running = context;
        if (running != null) {
            running.close();
        }
        database.close();
    }

    private void open(String[] arguments) {
        long start = System.nanoTime();
        SpringApplication application = new SpringApplication(GoldenrodApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        // Ours stops the database too, and after Spring.
        application.setRegisterShutdownHook(false);
        application.addInitializers(database, made -> context = made);
        context = application.run(arguments);
        StartMessage.log(context.getEnvironment(), port(), database, System.nanoTime() - start);
        String url = address();
        context.getBeanProvider(Demonstration.class).ifAvailable(demonstration -> demonstration.run(url, System.out));
    }
}
