"""Door two: the command `huiying`."""

from huiying.commands import main as main

if __name__ == "__main__":
    main()
