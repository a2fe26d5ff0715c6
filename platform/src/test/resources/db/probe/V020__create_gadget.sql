-- The smallest register there can be: things are what its entries refer to.
CREATE TABLE gadget (
    LIKE register_entry INCLUDING ALL,
    title    text   NOT NULL,
    colour   text,
    maker_id uuid,
    part_ids uuid[] NOT NULL,
    weight   int    NOT NULL,
    state    text   NOT NULL,
    tag      text
);
CREATE TRIGGER gadget_change BEFORE UPDATE ON gadget FOR EACH ROW EXECUTE FUNCTION stamp_change();
