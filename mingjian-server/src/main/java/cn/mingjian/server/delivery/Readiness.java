package cn.mingjian.server.delivery;

import cn.mingjian.compiler.Compiler;
import cn.mingjian.compiler.Settings;
import cn.mingjian.intake.delivery.Delivery;
import cn.mingjian.model.library.Library;
import cn.mingjian.model.pack.ModelPackage;
import cn.mingjian.running.Binding;
import cn.mingjian.server.installation.Packages;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether a model can run on a delivery. */
@Component
public class Readiness {

    private final Library library;
    private final Compiler compiler;
    private final Packages packages;
    private final Deliveries deliveries;

    Readiness(Library library, Compiler compiler, Packages packages, Deliveries deliveries) {
        this.library = library;
        this.compiler = compiler;
        this.packages = packages;
        this.deliveries = deliveries;
    }

    /** Whether any rule of a model of the library has what it needs. */
    public boolean runs(String model, Brought brought) {
        return packages.find(model).filter(pack -> runs(pack, brought)).isPresent();
    }

    private boolean runs(ModelPackage pack, Brought brought) {
        Delivery delivery = Binding.open(deliveries.data(brought), List.of(pack), library);
        Binding binding = Binding.of(library, compiler, pack, delivery, Settings.FOR_CHECK);
        return ModelReadiness.of(binding, library.contracts()).model().rulesRunnable() > 0;
    }
}
