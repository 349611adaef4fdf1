package cn.mingjian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.server.testing.Person;
import cn.mingjian.server.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetupTest {

    private final TestServer server = TestServer.get();

    @Test
    void shouldRefuseWhenAnAccountExistsAlready() {
        server.account(server.office());
        Person person = new Person(server.address());

        assertThat(person.get("/api/v1/setup").json().at("/needed").asBoolean()).isFalse();
        Person.Answer answer = person.post(
                "/api/v1/setup",
                Map.of(
                        "code",
                        server.part(SetupCode.class).text(),
                        "region",
                        "340123",
                        "officeName",
                        "某县人民检察院",
                        "account",
                        "first",
                        "name",
                        "管理员",
                        "password",
                        TestServer.PASSWORD));

        assertThat(answer.status()).isEqualTo(409);
    }
}
