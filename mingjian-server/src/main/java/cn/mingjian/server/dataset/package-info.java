/** Lasting data of an office: how delivered tables become versions of datasets, what is known of them, and their end. */
@NullMarked
package cn.mingjian.server.dataset;

import org.jspecify.annotations.NullMarked;
