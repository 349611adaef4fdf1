/** Runs of models on deliveries: ordered with a purpose, queued, carried out one process each, accepted wholly or not at all. */
@NullMarked
package cn.mingjian.server.run;

import org.jspecify.annotations.NullMarked;
