package dev.chaos4j.agent.benchmarks;

import java.util.Map;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A Spring Boot application with chaos-monkey on its services, not enabled. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(PlainWork.class)
public class ChaosMonkeyApplication {

    /** Starts it and gives the service with the proxy in front. */
    static Work start() {
        Work work = new SpringApplicationBuilder(ChaosMonkeyApplication.class)
                .web(WebApplicationType.NONE)
                .profiles("chaos-monkey")
                .properties(Map.of(
                        "chaos.monkey.enabled", "false",
                        "chaos.monkey.watcher.service", "true",
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "warn"))
                .run()
                .getBean(Work.class);
        if (!AopUtils.isAopProxy(work)) {
            throw new IllegalStateException("chaos-monkey has put no proxy in front: this would measure nothing");
        }
        return work;
    }
}
