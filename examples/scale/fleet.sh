# One partition of fleet.py: rows of a list on standard input, JSON Lines on standard output.
#   HEADER='id,mac,model,firmware' sh fleet.sh PROFILE
read -r first || test -n "$first" || exit 0 # a partition may be empty
{
  printf '%s\n%s\n' "$HEADER" "$first"
  cat
} | flat-profile fleet "$1" --devices - --format jsonl || test $? -eq 1
