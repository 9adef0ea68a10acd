package dev.chaos4j.agent.benchmarks.whole;

import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A Spring Boot application that says when it is up, and ends. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class SpringShop {

    /** Something to weave. */
    @Bean
    String greeting() {
        return "open";
    }

    /**
     * Starts it.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(SpringShop.class)
                .properties(Map.of(
                        "server.port", "0",
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "warn"))
                .run();
        System.out.println("= up");
        System.exit(0);
    }
}
