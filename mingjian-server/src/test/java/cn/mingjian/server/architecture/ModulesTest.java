package cn.mingjian.server.architecture;

import cn.mingjian.server.MingjianServer;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** One package a business module: no cycles, and nobody reaches into the sub-packages of another. */
class ModulesTest {

    @Test
    void shouldKeepTheBordersOfModules() {
        ApplicationModules.of(MingjianServer.class).verify();
    }
}
