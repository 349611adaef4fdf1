package cn.mingjian.server.identity;

import java.time.LocalDate;
import java.util.Map;

/**
 * The roles that an account {@code a} holds today, in SQL: its own, and those lent to it. A lent role holds within its
 * term, while the lender holds it and heads the department or the office, is not closed, and both are still in the
 * department for which it was lent; an administrator borrows nothing.
 */
public final class HeldRoles {

    /** Those of its own. */
    public static final String OWN = "(select role from account_role own where own.account_id = a.id)";

    /** Those lent to it; parameters come from {@link #on}. */
    public static final String LENT = """
            (select lent.role from delegation lent
               join account lender on lender.id = lent.lender_id and not lender.closed
                    and coalesce(lender.pledged_until, :lapsedBefore) >= :lapsedBefore
                    and lender.department_id = lent.department_id
               join account_role its on its.account_id = lender.id and its.role = lent.role
              where lent.borrower_id = a.id and lent.ended_at is null and :today between lent.begins and lent.until
                and lent.department_id = a.department_id
                and exists (select 1 from account_role head
                             where head.account_id = lender.id and head.role in ('DEPARTMENT_HEAD', 'CHIEF'))
                and not exists (select 1 from account_role apart where apart.account_id = a.id
                             and apart.role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN')))
            """;

    private HeldRoles() {}

    /** The parameters for a day. */
    public static Map<String, Object> on(LocalDate today, AccountTerms terms) {
        return Map.of(
                "today", today, "lapsedBefore", today.minusDays(terms.lapse().days()));
    }
}
