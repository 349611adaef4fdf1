package cn.mingjian.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class EndpointsTest {

    @Test
    void shouldSayOfEveryEndpointWhoMayCallIt() {
        List<HandlerMethod> ours =
                TestServer.get().part(RequestMappingHandlerMapping.class).getHandlerMethods().values().stream()
                        .filter(method -> method.getBeanType().getName().startsWith("cn.mingjian."))
                        .toList();

        assertThat(ours).isNotEmpty().allSatisfy(method -> assertThat(method.hasMethodAnnotation(Allowed.class))
                .as(method.toString())
                .isTrue());
    }
}
