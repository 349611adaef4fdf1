package cn.mingjian.server.actor;

import java.util.EnumSet;
import java.util.Set;

/** What a person may do in their office (design, section 8). The three administrators are separated from each other. */
public enum Role {
    PROSECUTOR,
    DEPARTMENT_HEAD,
    /** Chief or deputy chief, who approves. */
    CHIEF,
    /** The hub of transfers (案管). */
    CASE_MANAGEMENT,
    JUVENILE_DESK,
    /** Inspection and investigation of judicial staff (检务督察、侦查). */
    INSPECTION,
    DIGITAL_OFFICE,
    DATA_STEWARD,
    PROTECTION_OFFICER,
    DUTY,
    SYSTEM_ADMIN,
    SECURITY_ADMIN,
    AUDIT_ADMIN;

    /** Who brings data, runs models and reads clues. */
    public static final Set<Role> CASEWORK =
            EnumSet.of(PROSECUTOR, DEPARTMENT_HEAD, CHIEF, CASE_MANAGEMENT, JUVENILE_DESK, INSPECTION, DIGITAL_OFFICE);

    /** Who brings data and asks other bodies for them: whoever does casework, and the data steward. */
    public static final Set<Role> DATA = EnumSet.of(DATA_STEWARD, CASEWORK.toArray(Role[]::new));

    /** Who looks at which data there are, without their rows. */
    public static final Set<Role> CATALOGUE = EnumSet.of(PROTECTION_OFFICER, DATA.toArray(Role[]::new));

    /** Administrators keep the installation and see no case. */
    public boolean administers() {
        return this == SYSTEM_ADMIN || this == SECURITY_ADMIN || this == AUDIT_ADMIN;
    }
}
