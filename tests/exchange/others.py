"""What others write: samples of each format."""

OBSIDIAN = """---
date: 2026-11-20T07:30
title: 'A walk: long'
aliases:
  - canal
tags:
  - walk
  - "deep work"
due: 21:30
note: >-
  two
  lines
---
Along the canal.
"""
GRAPH = """title:: Friday
- TODO Send the brief #work
  id:: 6380
  :LOGBOOK:
  CLOCK: [2026-11-20]
  :END:
- Walked #[[before mail]]
\t- twice as clear
"""
MONTH = """#+TITLE: November
* Friday, 20 November 2026
:PROPERTIES:
:CREATED: 20261120
:END:
** 21:30 Walked along the canal :walk:home:
and back.
 * no heading
** A thought without an hour
*** with a heading of its own
and more
* [2026-11-21 Sat]
** 07:05 Early
"""
DAY = "#+TITLE: Friday\n* 21:30 Walked\ntwice\n* Later\n"
CHECKMARKS = "Date,Walk,Pages,Old,Never,\n2026-11-20,2,30000,0,0,\n2026-11-19,YES_MANUAL,10000,0,0,\n2026-11-18,3,0,2,0,\n2026-11-17,1,0,0,-1,\n"
HABITS = """Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?
001,Walk,YES_NO,Did you walk?,,1,1,#FF8F00,,,,false
002,Pages,NUMERICAL,,,3,7,#FF8F00,pages,AT_LEAST,20.0,false
003,Old,YES_NO,,,1,7,#FF8F00,,,,true
004,Never,YES_NO,,,1,1,#FF8F00,,,,false
"""
DAYLIO = """full_date,date,weekday,time,mood,activities,note_title,note
2026-11-19,19 November,Thursday,21:30,good,walk | reading,A day,"Along<br>the canal"
2026-11-19,19 November,Thursday,8:05 AM,rad,,,
2026-11-18,18 November,Wednesday,09:00 PM,strange,walk,,
2026-11-17,17 November,Tuesday,21:00,awful,,,
"""
