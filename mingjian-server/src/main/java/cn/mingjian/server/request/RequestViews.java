package cn.mingjian.server.request;

import cn.mingjian.model.Words;
import cn.mingjian.model.contract.Contract;
import cn.mingjian.model.region.RegionTree;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.dataset.StoredColumns;
import cn.mingjian.server.dataset.TakenDeliveries;
import cn.mingjian.server.delivery.DeliveredTables;
import cn.mingjian.server.request.RequestPage.ColumnAsked;
import cn.mingjian.server.request.RequestPage.Named;
import cn.mingjian.server.request.RequestPage.TableAsked;
import cn.mingjian.server.request.RequestProposal.TableProposed;
import cn.mingjian.server.request.Senders.Sender;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests as the pages show them, and what is proposed for a new one. */
@Component
class RequestViews {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int YEARS = 2;
    private static final int DAYS = 20;

    private final Needs needs;
    private final Owners owners;
    private final LegalBases bases;
    private final RegionTree regions;
    private final Senders senders;
    private final DeliveredTables delivered;
    private final StoredColumns stored;
    private final TakenDeliveries taken;
    private final DataRequests requests;
    private final Clock clock;

    RequestViews(
            Needs needs,
            Owners owners,
            LegalBases bases,
            RegionTree regions,
            Senders senders,
            DeliveredTables delivered,
            StoredColumns stored,
            TakenDeliveries taken,
            DataRequests requests,
            Clock clock) {
        this.needs = needs;
        this.owners = owners;
        this.bases = bases;
        this.regions = regions;
        this.senders = senders;
        this.delivered = delivered;
        this.stored = stored;
        this.taken = taken;
        this.requests = requests;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(CHINA));
    }

    RequestRow row(DataRequest request) {
        return new RequestRow(
                request.id(),
                request.letter().way(),
                request.letter().provider(),
                request.tables().stream()
                        .map(table -> needs.title(table.contract()))
                        .toList(),
                request.state(),
                request.letter().number(),
                request.letter().due(),
                overdue(request),
                request.madeAt(),
                request.maker());
    }

    private boolean overdue(DataRequest request) {
        @Nullable LocalDate due = request.letter().due();
        return due != null && !request.state().ended() && due.isBefore(today());
    }

    RequestPage page(DataRequest request) {
        Letter letter = request.letter();
        return new RequestPage(
                request.id(),
                letter.way(),
                request.owner(),
                owners.name(request.owner()),
                letter.provider(),
                request.models().stream().map(this::model).toList(),
                request.tables().stream().map(this::table).toList(),
                letter.bases().stream()
                        .flatMap(citation -> bases.find(citation).stream())
                        .toList(),
                letter.purpose(),
                letter.periodFrom(),
                letter.periodUntil(),
                letter.regions().stream().map(this::region).toList(),
                letter.handingOver(),
                letter.contact(),
                letter.number(),
                letter.due(),
                overdue(request),
                request.remarks(),
                request.formNumber(),
                request.state(),
                request.sentOn(),
                request.endedOn(),
                request.answeredBy(),
                Optional.ofNullable(request.answeredBy())
                        .flatMap(taken::datasetWithoutScope)
                        .orElse(null),
                request.madeAt(),
                request.maker(),
                letter.way().letter(),
                request.state().next());
    }

    private Named model(String id) {
        return new Named(id, needs.modelTitle(id));
    }

    private TableAsked table(Asked asked) {
        Contract contract = needs.contract(asked.contract());
        return new TableAsked(
                contract.id(),
                contract.title(),
                columns(contract, asked.required()),
                columns(contract, asked.helpful()));
    }

    private static List<ColumnAsked> columns(Contract contract, List<String> names) {
        return names.stream()
                .flatMap(name -> contract.columns().values().stream()
                        .filter(column -> column.name().equals(name)))
                .map(column -> new ColumnAsked(
                        column.name(), column.title(), column.type().word()))
                .toList();
    }

    /** A division with its names from the province down. */
    Named region(String code) {
        return new Named(code, Words.same(String.join("", regions.names(code, today()))));
    }

    /** What may be asked for, for these models or of these tables. */
    RequestProposal proposal(Actor actor, Collection<String> models, Collection<String> contracts) {
        List<ModelNeed> chosen = models.stream().distinct().map(needs::of).toList();
        AtHand atHand = new AtHand(delivered.atHand(actor), stored.of(actor));
        Map<String, UUID> open = requests.open(actor);
        List<TableProposed> tables = needs.asked(models, contracts).stream()
                .map(asked -> proposed(asked, chosen, atHand, open))
                .toList();
        LocalDate today = today();
        Sender sender = senders.of(actor);
        return new RequestProposal(
                chosen.stream().map(need -> new Named(need.id(), need.title())).toList(),
                chosen.stream().map(ModelNeed::line).distinct().toList(),
                tables,
                tables.stream()
                        .map(TableProposed::owner)
                        .distinct()
                        .sorted()
                        .map(code -> new Named(code, owners.name(code)))
                        .toList(),
                bases.all(),
                regions.region(sender.region(), today).isPresent() ? List.of(region(sender.region())) : List.of(),
                today.minusYears(YEARS).withDayOfYear(1),
                today.withDayOfMonth(1).minusDays(1),
                today.plusDays(DAYS),
                sender.person());
    }

    private TableProposed proposed(Asked asked, List<ModelNeed> models, AtHand atHand, Map<String, UUID> open) {
        Contract contract = needs.contract(asked.contract());
        return new TableProposed(
                contract.id(),
                contract.title(),
                contract.owner(),
                models.isEmpty()
                        || models.stream().anyMatch(need -> need.tables().contains(contract.id())),
                atHand.has(contract.id()),
                open.get(contract.id()),
                columns(contract, asked.required()),
                columns(contract, asked.helpful()));
    }
}
