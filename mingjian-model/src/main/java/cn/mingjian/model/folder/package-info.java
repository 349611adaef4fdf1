/** Folders that the product makes for itself: owner-only, locked while their process lives, swept afterwards. */
@NullMarked
package cn.mingjian.model.folder;

import org.jspecify.annotations.NullMarked;
