-- Posts articles of about 4 kB, each another one: wrk -t2 -c32 -d20s -s tests/bench/post.lua http://127.0.0.1:8080
local places = {"Kharkiv", "Kursk", "Gaza City", "Khartoum", "Aleppo", "Goma", "Mosul", "Kandahar", "Mogadishu", "Sanaa",
                "Kyiv", "Odesa", "Tripoli", "Marib", "Maiduguri", "Bamako", "Donetsk", "Homs", "Idlib", "Kabul"}
local actors = {"Ukrainian soldiers", "Russian soldiers", "civilians", "Syrian troops", "police officers", "rebel fighters",
                "Somali soldiers", "peacekeepers", "Norwegian soldiers", "Afghan troops"}
local months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December"}
local filler = "The road to the town was closed for most of the morning, and residents said that the market, which had only " ..
               "reopened a week ago, stood empty again. Aid workers described long queues for water and bread, while the " ..
               "council asked people to stay indoors until the repairs to the power station are finished. "
local thread_number = 0
function setup(thread)
    thread:set("thread", thread_number)
    thread_number = thread_number + 1
end
function init()
    number = 0
    math.randomseed(os.time() * 10 + thread)
end
local function pick(list)
    return list[math.random(#list)]
end
function request()
    number = number + 1
    local year, month, day = math.random(1990, 2024), math.random(12), math.random(28)
    local text = {}
    for i = 1, 8 do
        local claim = math.random(3)
        local place, when = pick(places), string.format("%d %s", math.random(28), months[month])
        if claim == 1 then
            text[#text + 1] = string.format("At least %d %s were killed in %s on %s, the defence ministry said. ",
                                            math.random(2, 90), pick(actors), place, when)
        elseif claim == 2 then
            text[#text + 1] = string.format("A spokesman said that %d %s had been wounded near %s on %s. ",
                                            math.random(2, 90), pick(actors), place, when)
        else
            text[#text + 1] = string.format("About %d,000 %s were deployed to %s last week, officials said. ",
                                            math.random(2, 9), pick(actors), place)
        end
        text[#text + 1] = filler
        if i % 2 == 0 then
            text[#text + 1] = "\\n\\n"
        end
    end
    local body = string.format('{"id": "%d-%d-%d", "published": "%04d-%02d-%02dT12:00:00Z", "publisher": "Paper %d", ' ..
                               '"title": "Report %d", "text": "%s"}', os.time(), thread, number, year, month, day,
                               math.random(40), number, table.concat(text))
    return wrk.format("POST", "/api/v1/articles", {["Content-Type"] = "application/json"}, body)
end
local bad = 0
function response(status)
    if status ~= 201 then
        bad = bad + 1
        if bad == 1 then
            print("an answer was " .. status)
        end
    end
end
