package cn.mingjian.server.sample;

import cn.mingjian.model.Words;
import cn.mingjian.server.actor.Actor;
import cn.mingjian.server.actor.Role;
import cn.mingjian.server.audit.Act;
import cn.mingjian.server.audit.Acts;
import cn.mingjian.server.identity.Accounts;
import cn.mingjian.server.identity.Offices;
import cn.mingjian.server.identity.Passwords;
import cn.mingjian.server.installation.Installation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sample offices from nation to county, each with its departments and one account a role; all share one password. */
@Component
public class SampleOffices {

    private static final Actor MAKER = new Actor(0, Actor.Kind.SYSTEM, 0, 0, Set.of());

    private static final List<Level> LEVELS = List.of(
            new Level("nation", "000000", "样例最高人民检察院"),
            new Level("province", "340000", "样例省人民检察院"),
            new Level("city", "340200", "样例市人民检察院"),
            new Level("county", "340207", "样例县人民检察院"));

    private static final Map<Role, Words> TITLES = new EnumMap<>(Map.ofEntries(
            Map.entry(Role.PROSECUTOR, new Words("检察官", "prosecutor")),
            Map.entry(Role.DEPARTMENT_HEAD, new Words("部门负责人", "head of department")),
            Map.entry(Role.CHIEF, new Words("检察长", "chief")),
            Map.entry(Role.CASE_MANAGEMENT, new Words("案件管理", "case management")),
            Map.entry(Role.JUVENILE_DESK, new Words("未成年人检察", "juvenile desk")),
            Map.entry(Role.INSPECTION, new Words("检务督察", "inspection")),
            Map.entry(Role.DIGITAL_OFFICE, new Words("数字检察办公室", "digital office")),
            Map.entry(Role.DATA_STEWARD, new Words("数据管理员", "data steward")),
            Map.entry(Role.PROTECTION_OFFICER, new Words("数据保护专员", "data-protection officer")),
            Map.entry(Role.DUTY, new Words("值班", "duty")),
            Map.entry(Role.SYSTEM_ADMIN, new Words("系统管理员", "system administrator")),
            Map.entry(Role.SECURITY_ADMIN, new Words("安全保密管理员", "security administrator")),
            Map.entry(Role.AUDIT_ADMIN, new Words("安全审计员", "audit administrator"))));

    private record Level(String login, String region, String name) {}

    /** An account of the sample: the name one signs in with, and whose it is. */
    public record Account(String login, Words name) {}

    private final Offices offices;
    private final Passwords passwords;
    private final Accounts accounts;
    private final Acts acts;
    private final Installation installation;

    SampleOffices(Offices offices, Passwords passwords, Accounts accounts, Acts acts, Installation installation) {
        this.offices = offices;
        this.passwords = passwords;
        this.accounts = accounts;
        this.acts = acts;
        this.installation = installation;
    }

    /** Makes them unless they are there; says whether they were made now. */
    public boolean makeOnce() {
        if (accounts.any()) {
            return false;
        }
        installation.becomeSample(passwords.made());
        String hash = passwords.hash("-sample-", password());
        acts.write(MAKER, Act.of("installation.sample", "office", ""), () -> {
            @Nullable Integer above = null;
            for (Level level : LEVELS) {
                above = make(level, above, hash);
            }
        });
        return true;
    }

    private int make(Level level, @Nullable Integer above, String hash) {
        int office = offices.addOffice(above, level.name(), level.region());
        Map<Offices.Kind, Integer> departments = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            Offices.Kind kind = home(role);
            int department = departments.computeIfAbsent(kind, any -> offices.addDepartment(office, any));
            int account = offices.addHashedAccount(
                    department, login(level, role), title(role).zh(), Set.of(role), hash);
            accounts.pledged(account);
        }
        return office;
    }

    private static Words title(Role role) {
        return Objects.requireNonNull(TITLES.get(role), "every role has a title");
    }

    private static String login(Level level, Role role) {
        return level.login() + "-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Offices.Kind home(Role role) {
        return switch (role) {
            case PROSECUTOR, DEPARTMENT_HEAD -> Offices.CRIMINAL;
            case CHIEF, PROTECTION_OFFICER, DUTY, SECURITY_ADMIN -> Offices.GENERAL;
            case CASE_MANAGEMENT -> Offices.CASES;
            case JUVENILE_DESK -> Offices.JUVENILE;
            case INSPECTION, AUDIT_ADMIN -> Offices.INSPECTION;
            case DIGITAL_OFFICE, DATA_STEWARD, SYSTEM_ADMIN -> Offices.TECHNOLOGY;
        };
    }

    /** The county's; the names of the others differ in their first word, see {@link #levels}. */
    public List<Account> accounts() {
        Level county = LEVELS.get(LEVELS.size() - 1);
        return Arrays.stream(Role.values())
                .map(role -> new Account(login(county, role), title(role)))
                .toList();
    }

    /** The account that fills the sample with runs. */
    public String prosecutor() {
        return login(LEVELS.get(LEVELS.size() - 1), Role.PROSECUTOR);
    }

    /** The first words of the names, from county to nation. */
    public List<String> levels() {
        List<String> levels = new ArrayList<>(LEVELS.stream().map(Level::login).toList());
        Collections.reverse(levels);
        return levels;
    }

    /** The password that all of them share. */
    public String password() {
        return installation.samplePassword();
    }
}
