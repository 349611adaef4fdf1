package cn.mingjian.server.testing;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Puts {@link Switches} before the database of the test server. */
@Component
@ConditionalOnProperty("mingjian.test.switches")
class SwitchedDatabase implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? Switches.in(source) : bean;
    }
}
