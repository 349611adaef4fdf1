package cn.mingjian.server;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** What the application is wired from: the packages beside this class, one a business module. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class MingjianServer {

    /** Everything that needs the time takes it from here. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
