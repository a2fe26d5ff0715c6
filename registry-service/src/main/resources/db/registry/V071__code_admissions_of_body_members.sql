-- Admissions are codes of the region profile; until now they were its words.
UPDATE body_member SET version = version + 1, admitted_as = CASE admitted_as
       WHEN 'учителя-предметники высшей категории' THEN 'SUBJECT_TEACHER'
       WHEN 'учителя родных языков высшей категории' THEN 'NATIVE_LANGUAGE_TEACHER'
       WHEN 'научные работники' THEN 'RESEARCHER'
       WHEN 'работники профильных организаций' THEN 'SPECIALISED_ORGANISATION'
       ELSE 'EMPLOYER' END
 WHERE admitted_as IN ('учителя-предметники высшей категории', 'учителя родных языков высшей категории', 'научные работники',
                       'работники профильных организаций', 'представители работодателей');
