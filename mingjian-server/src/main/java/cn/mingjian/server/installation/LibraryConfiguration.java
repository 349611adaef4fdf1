package cn.mingjian.server.installation;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.region.RegionTree;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The library that stands beside the product, read once. */
@Configuration(proxyBeanMethods = false)
class LibraryConfiguration {

    @Bean
    Library library(ServerSettings settings) {
        return Library.open(settings.library());
    }

    @Bean
    RegionTree regions(ServerSettings settings) {
        return RegionTree.load(settings.library());
    }

    @Bean
    Compiler compiler(Library library) {
        return Compiler.of(library);
    }
}
