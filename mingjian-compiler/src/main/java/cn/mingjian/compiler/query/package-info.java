/** SQL that a model's author wrote: parsed, walked by a whitelist, validated, and printed anew for the engine. */
@NullMarked
package cn.mingjian.compiler.query;

import org.jspecify.annotations.NullMarked;
