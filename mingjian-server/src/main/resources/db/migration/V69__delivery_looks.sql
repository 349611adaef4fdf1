-- What a look through a delivery found, so that it is looked through once and not at each opening.
create table delivery_look (
    delivery_id uuid primary key references delivery,
    product text not null, -- digest of the product and the library that looked; another one looks anew
    look text not null -- JSON
);

create trigger actor before insert or update or delete on delivery_look for each statement execute function require_actor();
