#!/bin/sh
# 检查、生成、发布。用法：publish.sh 检出目录 [rsync 目标]
#
# Run by cron as the user who owns the checkout; `huiying` is on the PATH that crontab sets. Without
# a target the web server serves site/ in the checkout itself, which a build exchanges whole.
set -eu
cd "$1"
target=${2:-}

# A run that takes long must not be overtaken by the next one.
exec 9>.git/publish.lock
flock --nonblock 9 || exit 0

# An unreachable repository must not hold back what is due by publish_at.
git pull --quiet --ff-only || echo '拉取失败：先按现有内容生成。' >&2

# Cron mails what is printed: nothing, unless somebody has to act. The instant is the clock's. With
# the commit's time instead, a publish_at after the commit would never come.
unset SOURCE_DATE_EPOCH
quietly() {
    said=$("$@" 2>&1) || {
        printf '%s\n' "$said" >&2
        echo '网站没有改动，仍是上一版。' >&2
        exit 1
    }
}
quietly huiying check
quietly huiying build --strict

# On another host: new files first and renamed together at the end, old ones go last.
if [ -n "$target" ]; then
    rsync --archive --delay-updates --delete-after --exclude '/.*' site/ "$target"
fi
