/** Data contracts: standard tables with typed columns, keys and code lists. */
@NullMarked
package cn.mingjian.model.contract;

import org.jspecify.annotations.NullMarked;
