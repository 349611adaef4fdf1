package cn.mingjian.server.dataset;

import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Allowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the datasets of an office are for a model: ready, poor, missing, until when known. */
@RestController
class ModelDataController {

    private final ModelData data;

    ModelDataController(ModelData data) {
        this.data = data;
    }

    @GetMapping("/api/v1/models/{model}/data")
    @Allowed(Allowed.To.CASEWORK)
    ModelDataPage data(Actor actor, @PathVariable String model) {
        return data.page(actor, model);
    }
}
