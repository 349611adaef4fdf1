/** Offices, departments, accounts, roles: who a person is, and what they may ask for. */
@NullMarked
package cn.mingjian.server.identity;

import org.jspecify.annotations.NullMarked;
