/** The papers that leave the office for another body, in neutral words. */
@NullMarked
package cn.mingjian.server.request.pack;

import org.jspecify.annotations.NullMarked;
