-- Sites and internship programmes call equipment as organisations do.
UPDATE site SET version = version + 1, equipment = array_replace(array_replace(equipment, 'POINT_OF_GROWTH', 'GROWTH_POINT'), 'COORDINATOR_CENTRE', 'CNPPM_EQUIPMENT')
 WHERE equipment && ARRAY['POINT_OF_GROWTH', 'COORDINATOR_CENTRE'];
UPDATE internship_programme SET version = version + 1, equipment = array_replace(array_replace(equipment, 'POINT_OF_GROWTH', 'GROWTH_POINT'), 'COORDINATOR_CENTRE', 'CNPPM_EQUIPMENT')
 WHERE equipment && ARRAY['POINT_OF_GROWTH', 'COORDINATOR_CENTRE'];
