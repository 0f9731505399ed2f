/*
 * Names that faker has no list of in Latin letters, as families in a large American city write them. Common given
 * and family names only; who they are put together into is chance, less the names of well-known people.
 */
export type NameList = {
  female: readonly string[];
  male: readonly string[];
  family: readonly string[];
};

const words = (text: string) => text.split(',').map((word) => word.trim().replace(/\s+/g, ' '));

export const chicago: NameList = {
  female:
    words(`Aaliyah, Abigail, Alexis, Alyssa, Amelia, Ava, Brianna, Brooke, Chloe, Destiny, Dominique, Ebony, Ella,
    Emma, Faith, Gabrielle, Grace, Hailey, Hannah, Imani, Jada, Jasmine, Jordan, Kayla, Kennedy, Kiara, Layla, Leah,
    Lily, Mackenzie, Madison, Makayla, Maya, Mia, Morgan, Naomi, Nevaeh, Nia, Olivia, Paige, Raven, Riley, Sierra,
    Simone, Skylar, Sydney, Taylor, Tiana, Trinity, Zoe`),
  male: words(`Aaron, Adrian, Alexander, Andre, Anthony, Austin, Brandon, Caleb, Cameron, Carter, Christian, Cole, Darius,
    Darnell, David, DeAndre, Devin, Dominic, Elijah, Elliott, Ethan, Evan, Gavin, Hunter, Isaac, Isaiah, Jalen, Jaylen,
    Jeremiah, Jonah, Josiah, Julian, Kyle, Liam, Logan, Malcolm, Malik, Marcus, Mason, Miles, Nathan, Noah, Owen,
    Quentin, Sean, Terrence, Trevon, Tyler, Wesley, Xavier`),
  family:
    words(`Adams, Alexander, Allen, Baker, Banks, Barnes, Bell, Bennett, Brooks, Bryant, Butler, Byrne, Campbell,
    Carter, Coleman, Collins, Cooper, Crawford, Daniels, Dawson, Dixon, Edwards, Ellis, Evans, Fields, Fisher, Foster,
    Freeman, Gardner, Gibson, Graham, Grant, Gray, Greene, Griffin, Hale, Hamilton, Harris, Hayes, Henderson, Hicks,
    Holloway, Howard, Hughes, Hunter, Ingram, Jenkins, Kelly, Lawson, Lewis, Marshall, Mason, McBride, McCarthy,
    Mitchell, Moore, Murphy, Nelson, Norwood, Owens, Palmer, Parker, Patterson, Perry, Pierce, Porter, Price, Quinn,
    Reed, Reynolds, Rhodes, Richardson, Robinson, Ross, Sanders, Shaw, Simmons, Stokes, Sullivan, Thompson, Tucker,
    Turner, Walker, Wallace, Ward, Washington, Watkins, Webb, Wheeler, Whitaker, Willis, Woods, Wright, Young`),
};

export const arabic: NameList = {
  female:
    words(`Aisha, Amal, Amina, Aya, Dalia, Farah, Fatima, Hala, Hana, Huda, Iman, Jana, Khadija, Lamia, Layan, Leen,
    Lina, Mariam, Maysa, Nada, Nour, Rania, Reem, Rima, Salma, Samar, Sana, Shahd, Yasmin, Zainab`),
  male: words(`Abdullah, Adam, Ahmad, Ali, Amir, Anas, Bilal, Fadi, Faris, Hadi, Hamza, Hassan, Ibrahim, Jamal, Karim,
    Khalid, Laith, Mahmoud, Mazen, Nabil, Omar, Rami, Samir, Sami, Tariq, Waleed, Yahya, Yousef, Ziad, Zayn`),
  family:
    words(`Abboud, Abdallah, Abu-Nasser, Al-Amin, Al-Hakim, Al-Najjar, Awad, Aziz, Barakat, Darwish, El-Masri,
    Farah, Fayyad, Habib, Haddad, Hamdan, Issa, Jaber, Kanaan, Khoury, Mansour, Masoud, Nassar, Odeh, Qasim, Rahal,
    Saleh, Salameh, Sayegh, Shaheen, Suleiman, Tawil, Zaki, Zidan`),
};

export const chinese: NameList = {
  female:
    words(`Anqi, Bingxin, Chenxi, Fangfang, Huiling, Jiaqi, Jiayi, Jingwen, Kexin, Liling, Meilin, Mengyao, Ningxin,
    Peishan, Qingyu, Ruoxi, Shuhan, Siyu, Wanting, Xiaoyu, Xinyi, Xueying, Yanting, Yifei, Yuhan, Yutong, Zhilan, Zihan`),
  male: words(`Bowen, Chengyu, Dawei, Guanlin, Haoran, Hongwei, Jianhao, Jiaming, Junjie, Kaiwen, Letian, Mingze, Peng,
    Qiming, Ruiyang, Shaohua, Tianyu, Weiming, Wenhao, Xiang, Xingyu, Yanbin, Yichen, Yuxuan, Zhenyu, Zhihao, Zihao,
    Zimo`),
  family:
    words(`Cai, Cao, Chen, Deng, Feng, Gao, Guo, Han, He, Hu, Huang, Jiang, Li, Liang, Lin, Liu, Lu, Luo, Ma, Peng,
    Qian, Shen, Song, Su, Sun, Tan, Tang, Wei, Wu, Xie, Xu, Yang, Ye, Yuan, Zeng, Zhang, Zhao, Zheng, Zhou, Zhu`),
};

export const urdu: NameList = {
  female:
    words(`Aleena, Anum, Areeba, Ayesha, Bushra, Fariha, Hafsa, Hira, Iqra, Javeria, Kinza, Laiba, Maha, Mahnoor,
    Maryam, Mehreen, Nimra, Rabia, Rimsha, Sadia, Saira, Sehrish, Sidra, Tehreem, Zara, Zoya`),
  male: words(`Ahsan, Asad, Atif, Danish, Daniyal, Faizan, Fahad, Farhan, Haris, Hashir, Huzaifa, Junaid, Kashif, Mustafa,
    Nabeel, Noman, Rayyan, Rehan, Saad, Salman, Shayan, Taha, Talha, Umair, Usman, Waqas, Zain, Zeeshan`),
  family:
    words(`Ahmed, Akhtar, Ansari, Anwar, Arshad, Aslam, Baig, Bhatti, Butt, Chaudhry, Farooqi, Ghani, Hashmi, Iqbal,
    Javed, Khan, Khokhar, Malik, Mirza, Mughal, Nadeem, Qazi, Qureshi, Rana, Rashid, Rizvi, Sheikh, Siddiqui, Tariq,
    Warsi, Yousafzai, Zaidi`),
};

export const filipino: NameList = {
  female:
    words(`Althea, Andrea, Angelica, Bea, Bianca, Carmela, Christine, Danica, Divina, Erica, Francesca, Hazel, Janelle,
    Jasmin, Kristine, Lovely, Maricel, Marisol, Mikaela, Nicole, Patricia, Princess, Rochelle, Sheila, Tricia`),
  male: words(`Alvin, Angelo, Benjie, Carlo, Christian, Daniel, Dennis, Edgar, Emmanuel, Francis, Gabriel, Ian, Jericho,
    Jerome, John Paul, Joshua, Kenneth, Lorenzo, Mark, Miguel, Nathaniel, Paolo, Rafael, Renz, Vincent`),
  family:
    words(`Abad, Agbayani, Aquino, Bautista, Cabrera, Castillo, Catacutan, Cruz, Dela Cruz, Dela Rosa, Dimaculangan,
    Domingo, Evangelista, Fajardo, Garcia, Guinto, Lacson, Lumbay, Macaraeg, Magsaysay, Manalo, Mendoza, Navarro,
    Ocampo, Pangilinan, Ramos, Salonga, Santos, Tolentino, Valdez, Villanueva`),
};

export const amharic: NameList = {
  female: words(
    `Abeba, Almaz, Bethlehem, Eden, Feven, Hirut, Kidist, Liya, Mahlet, Meron, Saba, Selam, Tigist, Yodit`,
  ),
  male: words(
    `Abel, Biniam, Dawit, Ermias, Fitsum, Girma, Henok, Kaleb, Mikias, Nahom, Robel, Samson, Yared, Yonas`,
  ),
  family:
    words(`Abebe, Alemu, Asfaw, Bekele, Demissie, Desta, Gebre, Girma, Haile, Kebede, Lemma, Mekonnen, Negash, Tadesse,
    Tesfaye, Wolde, Worku, Zewde`),
};

export const ukrainian: NameList = {
  female:
    words(`Alina, Anastasiia, Bohdana, Daryna, Iryna, Kateryna, Khrystyna, Lesia, Mariia, Nadiia, Oksana, Olena,
    Sofiia, Solomiia, Tetiana, Yaryna, Yuliia, Zoriana`),
  male: words(`Andrii, Bohdan, Danylo, Denys, Ihor, Ivan, Maksym, Mykola, Nazar, Oleh, Orest, Ostap, Pavlo, Roman, Taras,
    Vasyl, Vitalii, Yurii`),
  family:
    words(`Bondarenko, Boyko, Hnatiuk, Honchar, Kovalenko, Kravchuk, Kulyk, Lysenko, Marchuk, Melnyk, Moroz, Oliinyk,
    Petrenko, Ponomarenko, Rudenko, Savchuk, Shevchuk, Tkachuk, Vovk, Zakharchuk`),
};

/** People whom everyone knows; nobody in a generated school is called so. */
export const wellKnown: ReadonlySet<string> = new Set(
  words(`Adam Sandler, Ahmad Shah, Ali Khan, Alexander Hamilton, Amir Khan, Andre Agassi, Anthony Davis, Anthony Hopkins,
    Antonio Banderas, Austin Butler, Cameron Diaz, Carlos Santana, Cristiano Ronaldo, Diego Rivera, Dominic Cooper,
    Elena Rodríguez, Emma Watson, Emma Stone, Eva Perón, Fernando Botero, Frida Kahlo, Gabriel García, Grace Kelly,
    Guillermo del Toro, Harry Potter, Hugh Grant, Imran Khan, Ivan Petrenko, Jan Kowalski, Jamal Murray, Jennifer Lopez,
    Jordan Poole, Jose Rizal, Julian Edwards, Kamala Harris, Karol Wojtyła, Lech Wałęsa, Lin Dan, Malcolm Young,
    Malcolm X, Marie Curie, Mason Greenwood, Michael Jordan, Michael Jackson, Michelle Obama, Miles Davis,
    Mustafa Kemal, Naomi Campbell, Olivia Wilde, Oscar Robertson, Pablo Neruda, Paige Turner, Penélope Cruz,
    Robert Lewandowski, Roberto Clemente, Salma Hayek, Salman Khan, Sam Cooke, Selena Gomez, Sydney Sweeney, Taras
    Shevchenko, Taylor Swift, Tyler Perry, Usman Khan, Vincent Price, Wole Soyinka, Yao Ming, Zara Larsson, Zoe Perry,
    Zion Williamson, Will Smith, Simone Biles, Jordan Clarkson, Marcus Rashford, Marcus Smart, Isaiah Thomas,
    Brandon Ingram, Evan Turner, Aaron Carter, Jada Pinkett, Maya Moore, Trinity Rodman, Candace Parker, Nia Long,
    Destiny Howard, Darius Garland, Jalen Green, Cole Palmer, Nathan Lane, Owen Wilson, Kyle Walker, Anthony Edwards,
    Liam Hamilton, Caleb Williams, Ethan Allen, Hunter Greene, David Wright, David Ross`),
);
