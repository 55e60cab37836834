package io.goldenrod.console;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the console adds to the web server. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    BrowserGuard browserGuard() {
        return new BrowserGuard();
    }

    @Bean
    WebMvcConfigurer assetsOfTheConsole(Assets assets) {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler(assets.path() + "/**")
                        .addResourceLocations(Assets.LOCATION)
                        .setCacheControl(
                                CacheControl.maxAge(Duration.ofDays(365)).immutable());
            }
        };
    }
}
