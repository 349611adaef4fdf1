/** What administrators keep: offices, departments, accounts, roles; and roles that heads lend for a term. */
@NullMarked
package cn.mingjian.server.administration;

import org.jspecify.annotations.NullMarked;
