"""The tests; the folders mirror `generator/huiying/`."""
