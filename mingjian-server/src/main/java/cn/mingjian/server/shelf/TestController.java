package cn.mingjian.server.shelf;

import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.installation.Packages;
import cn.mingjian.server.problem.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tests that a model brings, and what they gave in this installation. */
@RestController
@RequestMapping("/api/v1/models/{model}/tests")
class TestController {

    private final Shelf shelf;
    private final Packages packages;
    private final TestPages pages;
    private final ModelTests tests;

    TestController(Shelf shelf, Packages packages, TestPages pages, ModelTests tests) {
        this.shelf = shelf;
        this.packages = packages;
        this.pages = pages;
        this.tests = tests;
    }

    @GetMapping
    @Allowed(Allowed.To.CASEWORK)
    TestedModel tests(Actor actor, @PathVariable("model") String model) {
        ModelPage page = shelf.find(model).orElseThrow(Refusal::notThere);
        return pages.of(page, packages.find(model).orElseThrow(Refusal::notThere));
    }

    /** Runs them now. Whoever answers for the models of an office may. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed(
            value = Allowed.To.ROLES,
            roles = {Role.DIGITAL_OFFICE, Role.DEPARTMENT_HEAD, Role.CHIEF})
    TestedModel runTests(Actor actor, @PathVariable("model") String model) {
        ModelPage page = shelf.find(model).orElseThrow(Refusal::notThere);
        ModelPackage pack = packages.find(model).orElseThrow(Refusal::notThere);
        tests.begin(actor, pack);
        return pages.of(page, pack);
    }
}
