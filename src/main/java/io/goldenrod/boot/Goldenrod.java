package io.goldenrod.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program's entry. */
@SpringBootApplication
public class Goldenrod {

    public static void main(String[] arguments) {
        SpringApplication.run(Goldenrod.class, arguments);
    }
}
