package io.goldenrod.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this edge adds to the web server and to the description of the API. */
@Configuration(proxyBeanMethods = false)
class WebApi {

    @Bean
    Bodies bodies(ApiSettings settings) {
        return new Bodies(settings);
    }

    /** Makes the container's own refusals problems, and lets a recordId hold an encoded slash. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheContainer() {
        return factory -> {
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof org.apache.catalina.core.StandardHost host) {
                    host.setErrorReportValveClass(ProblemReportValve.class.getName());
                }
            });
            factory.addConnectorCustomizers(connector -> {
                connector.setEncodedSolidusHandling("passthrough");
                connector.setEncodedReverseSolidusHandling("passthrough");
            });
        };
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Goldenrod")
                        .version("1")
                        .description("Records in, customers with stable golden IDs out. Errors are problem details"
                                + " (RFC 9457); lists come in parts, each with the cursor of the next; times are RFC 3339"
                                + " in UTC.")
                        .license(new License().name("Apache-2.0")))
                .tags(List.of(
                        new Tag().name("Records in").description("What sources say"),
                        new Tag().name("Quarantine").description("Lines that were refused"),
                        new Tag().name("Resolve").description("From identifiers to customers"),
                        new Tag().name("Customers").description("Golden profiles, members and history"),
                        new Tag().name("Policy").description("The rules in force, and what others would change"),
                        new Tag().name("Stewards").description("What people decide"),
                        new Tag().name("Statistics").description("How much there is")));
    }
}
