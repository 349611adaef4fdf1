package cn.mingjian.server.postgres;

import cn.mingjian.server.installation.ServerSettings;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import org.postgresql.PGProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One setting decides: an outside PostgreSQL where {@code mingjian.database} names one, else our own. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int CONNECTIONS = 20;

    @Bean
    @ConditionalOnProperty("mingjian.database")
    HikariDataSource outside(ServerSettings settings) {
        OutsideDatabase outside = OutsideDatabase.of(settings);
        outside.check();
        HikariDataSource source = pool();
        source.setJdbcUrl(outside.url());
        Optional.ofNullable(outside.password()).ifPresent(source::setPassword);
        return source;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "mingjian.database", matchIfMissing = true, havingValue = "none")
    static class Own {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres(ServerSettings settings) {
            return EmbeddedPostgres.start(settings.data().resolve("postgres"));
        }

        @Bean
        HikariDataSource own(EmbeddedPostgres postgres) {
            HikariDataSource source = pool();
            source.setJdbcUrl(postgres.url());
            source.setUsername(EmbeddedPostgres.USER);
            source.setPassword(postgres.password());
            return source;
        }
    }

    private static HikariDataSource pool() {
        HikariDataSource source = new HikariDataSource();
        source.setMaximumPoolSize(CONNECTIONS);
        source.setPoolName("state");
        source.addDataSourceProperty(PGProperty.LOG_SERVER_ERROR_DETAIL.getName(), "false"); // it quotes rows
        return source;
    }
}
