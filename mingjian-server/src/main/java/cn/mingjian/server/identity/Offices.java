package cn.mingjian.server.identity;

import cn.mingjian.model.Words;
import cn.mingjian.model.region.Region;
import cn.mingjian.model.region.RegionTree;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.problem.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tree of offices, their departments and the accounts in them. Only to be called inside an act. */
@Component
public class Offices {

    private static final int LONGEST_NAME = 60;
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,62}");

    /** A department as offices have them. */
    public record Kind(String id, Words name) {}

    public static final Kind CRIMINAL = new Kind("criminal", new Words("刑事检察部门", "Criminal prosecution"));
    public static final Kind JUVENILE = new Kind("juvenile", new Words("未成年人检察部门", "Juvenile prosecution"));
    public static final Kind CASES = new Kind("cases", new Words("案件管理部门", "Case management"));
    public static final Kind INSPECTION = new Kind("inspection", new Words("检务督察部门", "Inspection"));
    public static final Kind TECHNOLOGY = new Kind("technology", new Words("检察技术信息部门", "Technology"));
    public static final Kind GENERAL = new Kind("general", new Words("办公室", "General office"));

    /** The kinds that departments have. */
    public static final List<Kind> KINDS = List.of(CRIMINAL, JUVENILE, CASES, INSPECTION, TECHNOLOGY, GENERAL);

    /**
     * An account just made.
     *
     * @param password the one to hand over once, or null where the person chose it
     */
    public record Made(
            String account,
            String name,
            Set<Role> roles,
            @Nullable String password) {}

    private final JdbcClient database;
    private final Passwords passwords;
    private final RegionTree regions;
    private final Clock clock;

    Offices(JdbcClient database, Passwords passwords, RegionTree regions, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * Adds an office; its level is that of its region.
     *
     * @param region a division code of today, or the nation's
     */
    public int addOffice(@Nullable Integer parent, String name, String region) {
        return database.sql("insert into office (parent_id, name, level, region) values (?, ?, ?, ?) returning id")
                .params(Arrays.asList(parent, checkedName(name), level(region), region))
                .query(Integer.class)
                .single();
    }

    /** The name of an office or a person as it is kept. */
    public static String checkedName(String name) {
        String checked = name.strip();
        if (checked.isEmpty()) {
            throw Refusal.bad("server.name-missing");
        }
        if (checked.length() > LONGEST_NAME || checked.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.bad("server.name-form", LONGEST_NAME);
        }
        return checked;
    }

    private String level(String region) {
        if (region.equals(regions.nation())) {
            return "NATIONAL";
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(8));
        Region.Level level = regions.region(region, today)
                .map(Region::level)
                .orElseThrow(() -> Refusal.bad("server.region-unknown", region));
        return level.name();
    }

    /** Adds a department. */
    public int addDepartment(int office, Kind kind) {
        return database.sql(
                        "insert into department (office_id, kind, name_zh, name_en) values (?, ?, ?, ?) returning id")
                .params(office, kind.id(), kind.name().zh(), kind.name().en())
                .query(Integer.class)
                .single();
    }

    /** Adds an account with a chosen password, or with one that is made, to be handed over and changed at first use. */
    public Made addAccount(int department, String login, String name, Set<Role> roles, @Nullable String chosen) {
        String password = chosen == null ? passwords.made() : chosen;
        int id = addHashedAccount(department, login, name, roles, passwords.hash(login, password));
        if (chosen == null) {
            database.sql("update account set password_expires_at = ? where id = ?")
                    .params(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), id)
                    .update();
        }
        return new Made(login, name, roles, chosen == null ? password : null);
    }

    /** Adds an account whose password has this hash; gives its number. */
    public int addHashedAccount(int department, String login, String name, Set<Role> roles, String hash) {
        if (!LOGIN.matcher(login).matches()) {
            throw Refusal.bad("server.login-form");
        }
        int id = database.sql("""
                        insert into account (login, name, office_id, department_id, password_hash)
                        select :login, :name, office_id, id, :hash from department where id = :department
                        on conflict (login) do nothing returning id
                        """)
                .param("login", login)
                .param("name", checkedName(name))
                .param("hash", hash)
                .param("department", department)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> Refusal.bad("server.login-taken", login));
        roles.forEach(role -> database.sql("insert into account_role values (?, ?)")
                .params(id, role.name())
                .update());
        return id;
    }
}
