package cn.mingjian.server.delivery;

import cn.mingjian.server.delivery.DeliveryPage.Form;
import cn.mingjian.server.delivery.DeliveryPage.ModelReady;
import cn.mingjian.server.delivery.DeliveryPage.TableShown;
import cn.mingjian.server.delivery.DeliveryPage.UnusedFile;
import cn.mingjian.server.problem.Failure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a look through a delivery finds.
 *
 * @param knownUntil the earliest stated end of a register on whose silence a model that can run concludes
 */
record Look(
        Optional<Form> form,
        List<TableShown> tables,
        List<UnusedFile> unused,
        List<Failure.Told> problems,
        List<ModelReady> models,
        Optional<LocalDate> knownUntil) {

    /** Nothing to look through yet. */
    static final Look NONE = new Look(Optional.empty(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
}
