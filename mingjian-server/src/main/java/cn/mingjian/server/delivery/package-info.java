/** What people bring: files of registers and documents, looked through, kept with their office, and removed. */
@NullMarked
package cn.mingjian.server.delivery;

import org.jspecify.annotations.NullMarked;
